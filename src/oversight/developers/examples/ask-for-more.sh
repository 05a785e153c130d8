curl --silent --show-error --fail-with-body --request PUT "$SERVICE/api/deliveries/$JTI/outcome" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{
    "status": "needs_information",
    "due_by": "2026-12-14",
    "message": {
      "en": "Tell us the day you moved in.",
      "cy": "Dywedwch wrthym pa ddiwrnod y gwnaethoch symud i mewn."
    }
  }'
