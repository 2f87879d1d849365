"""What stands on the paper: read from the finished PDF, not from what it was made of."""
