"""Files in: values and refused rows out; values in: files out. Own JSON holds everything, CSV the diary."""
