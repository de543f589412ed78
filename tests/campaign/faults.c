/* A disk that fails once: loaded before the C library, it lets the chosen call on the journal's files go wrong. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char watched[4096];
static char kind[16];
static long countdown, seen;
static int error_number;

/* Let the nth call of a kind on files whose path begins so fail with this error; n 0 only counts. */
void faults_arm(const char *path, const char *which, long nth, int error)
{
    snprintf(watched, sizeof watched, "%s", path);
    snprintf(kind, sizeof kind, "%s", which);
    countdown = nth;
    seen = 0;
    error_number = error;
}

long faults_seen(void)
{
    return seen;
}

static int fails(const char *which, const char *path)
{
    if (!watched[0] || strcmp(which, kind) || strncmp(path, watched, strlen(watched)))
        return 0;
    seen++;
    if (seen != countdown)
        return 0;
    errno = error_number;
    return 1;
}

static int fails_at(const char *which, int descriptor)
{
    char link[64], path[4096];
    ssize_t length;
    if (!watched[0] || strcmp(which, kind))
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return fails(which, path);
}

/* The C library's own function of this name. */
#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) \
        real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t pwrite64(int descriptor, const void *data, size_t count, off64_t offset)
{
    REAL(pwrite64);
    return fails_at("write", descriptor) ? -1 : real(descriptor, data, count, offset);
}

ssize_t pwrite(int descriptor, const void *data, size_t count, off_t offset)
{
    REAL(pwrite);
    return fails_at("write", descriptor) ? -1 : real(descriptor, data, count, offset);
}

ssize_t write(int descriptor, const void *data, size_t count)
{
    REAL(write);
    return fails_at("write", descriptor) ? -1 : real(descriptor, data, count);
}

int fsync(int descriptor)
{
    REAL(fsync);
    return fails_at("sync", descriptor) ? -1 : real(descriptor);
}

int fdatasync(int descriptor)
{
    REAL(fdatasync);
    return fails_at("sync", descriptor) ? -1 : real(descriptor);
}

int ftruncate64(int descriptor, off64_t length)
{
    REAL(ftruncate64);
    return fails_at("truncate", descriptor) ? -1 : real(descriptor, length);
}

int unlink(const char *path)
{
    REAL(unlink);
    return fails("unlink", path) ? -1 : real(path);
}

int open64(const char *path, int flags, ...)
{
    REAL(open64);
    va_list rest;
    mode_t mode;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
    return fails("open", path) ? -1 : real(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    REAL(open);
    va_list rest;
    mode_t mode;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
    return fails("open", path) ? -1 : real(path, flags, mode);
}
