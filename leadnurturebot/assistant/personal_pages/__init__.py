"""The public pages of personal catalogues, in the words of the assistant."""
