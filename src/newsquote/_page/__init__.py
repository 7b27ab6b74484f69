"""The page: what each block of lines is. Knows no quotes."""
