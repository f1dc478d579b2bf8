"""One folder per language, all of it data: words, chat spellings, hints that tell the language, training phrases."""
