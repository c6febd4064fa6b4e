"""What every room needs: where things are, the engine's tool, options of commands, generated parts of README.md."""
