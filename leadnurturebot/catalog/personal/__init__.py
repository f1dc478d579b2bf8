"""Personal catalogues: pages of chosen products behind a link that nobody can guess."""
