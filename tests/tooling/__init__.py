"""Tests of the tools in generator_config."""
