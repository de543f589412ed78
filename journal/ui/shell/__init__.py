"""The main window around the screens: navigation, menus, status line, help and the crash dialog."""
