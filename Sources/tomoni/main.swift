print("tomoni")
