# shellcheck shell=bash
# Sourced by whatever keeps something outside the checkout: the folder for it.

FASTSLOW_CACHE=${FASTSLOW_CACHE:-${XDG_CACHE_HOME:-${HOME:?is not set; set FASTSLOW_CACHE instead}/.cache}/fastslow}
export FASTSLOW_CACHE
