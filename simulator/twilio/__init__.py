"""WhatsApp as Twilio carries it: forms and the Content API around the same chats."""
