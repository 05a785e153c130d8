import { z } from 'zod'

export const TokenRequest = z.object({
  grant_type: z.literal('client_credentials'),
  client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  client_assertion: z.string().meta({ description: 'A JWT signed with your key, for at most five minutes' }),
  scope: z.string().optional().meta({ description: 'Told apart by blanks; without it all that you may have' }),
  client_id: z.string().optional(),
  resource: z.url().optional().meta({ description: 'Not needed' }),
})

export const AccessToken = z.object({
  access_token: z.string(),
  expires_in: z.int().meta({ description: 'Seconds' }),
  token_type: z.literal('Bearer'),
  scope: z.string().optional(),
})

export const TokenError = z.object({ error: z.string(), error_description: z.string().optional() })
