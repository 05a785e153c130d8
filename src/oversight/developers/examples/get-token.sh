# Signs a claim of who you are with your key, and swaps it for a token.
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

NOW=$(date +%s)
ID=$(openssl rand -hex 16)
HEADER=$(printf '{"alg":"RS256","kid":"key-1"}' | base64url)
CLAIMS=$(printf '{"iss":"%s","sub":"%s","aud":"%s","jti":"%s","iat":%s,"exp":%s}' \
  "$CLIENT_ID" "$CLIENT_ID" "$SERVICE" "$ID" "$NOW" $((NOW + 120)) | base64url)
SIGNATURE=$(printf '%s.%s' "$HEADER" "$CLAIMS" |
  openssl dgst -sha256 -sign private-key.pem | base64url)

curl --silent --show-error --fail-with-body "$SERVICE/oauth/token" \
  --data-urlencode 'grant_type=client_credentials' \
  --data-urlencode 'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer' \
  --data-urlencode "client_assertion=$HEADER.$CLAIMS.$SIGNATURE"
