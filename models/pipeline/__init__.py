"""The shipped network: its data, its shape, what it is trained for, the training, and measuring what was learned."""
