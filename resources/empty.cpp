// A static library needs one source besides its resources.
