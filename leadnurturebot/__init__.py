"""LeadNurtureBot: turns the people who tap a small shop's ads into paying customers over WhatsApp."""

__version__ = "0.1.0"
