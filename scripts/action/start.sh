#!/usr/bin/env bash
# Starts the simulator for the steps of a job that follow, and waits until it answers.
# Reads PACKAGE, SIMULATOR_PORT and ARGUMENTS; writes to the files that the runner names.
set -euo pipefail

url="http://127.0.0.1:$SIMULATOR_PORT"
log="$RUNNER_TEMP/vtpass-simulator.log"
# Words of ARGUMENTS are arguments of their own; none is looked up as a file name.
set -f
# shellcheck disable=SC2086
nohup npx --yes --package "$PACKAGE" -- vtpass-simulator start --port "$SIMULATOR_PORT" $ARGUMENTS >"$log" 2>&1 &
process=$!

for _ in $(seq "${WAIT_SECONDS:-120}"); do
  if curl --silent --fail --output /dev/null "$url/_simulator/health"; then
    {
      echo "VTPASS_SIMULATOR_URL=$url"
      echo "VTPASS_BASE_URL=$url/api"
      echo "VTPASS_API_KEY=sim-api-key"
      echo "VTPASS_PUBLIC_KEY=PK_sim_public_key"
      echo "VTPASS_SECRET_KEY=SK_sim_secret_key"
    } >>"$GITHUB_ENV"
    echo "url=$url" >>"$GITHUB_OUTPUT"
    echo "VTpass simulator at $url"
    exit 0
  fi
  kill -0 "$process" 2>/dev/null || break
  sleep 1
done

echo "::error::the VTpass simulator did not start; what it said:"
cat "$log"
kill "$process" 2>/dev/null || true
exit 1
