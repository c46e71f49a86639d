"""Active time while people work, and the page that tells what came of it."""
