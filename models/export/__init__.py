"""What a run leaves behind: the network as ONNX, recorded answers for tests, and the card with its measurements."""
