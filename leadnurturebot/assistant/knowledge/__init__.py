"""The shop's own knowledge: answers it wrote, examples it gave, and what nobody could answer yet."""
