"""What happens when an action is triggered: controllers join session, services and widgets."""
