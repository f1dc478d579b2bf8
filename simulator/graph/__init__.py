"""WhatsApp Cloud API: sends, templates, media, numbers and webhooks."""
