curl --silent --show-error --fail-with-body "$SERVICE/api/events?limit=50${CURSOR:+&after=$CURSOR}" \
  --header "Authorization: Bearer $TOKEN"
