"""Results in, text out: one module a format, and none of them decides anything."""
