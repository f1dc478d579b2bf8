"""The conversation's state machine: plan -> decide -> conclude, all pure.

understanding  what a message was read as
state          what a thread remembers between turns
turn           everything one turn may look at
reply          what is said, as phrases and choices that a language's texts turn into words
decision       the outcome: reply, effects, attempts, trace
"""
