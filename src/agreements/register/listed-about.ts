import { z } from 'zod'
import type { RegisteredAgreement } from '../agreement-store.ts'
import { versionPath } from '../agreement.ts'
import { changedTerms } from '../changed-terms.ts'
import { agreementInRegister, listedAgreement } from '../register.ts'
import type { AboutAgreement } from './about-agreement.ts'
import { listedUse, useInRegister } from './listed-use.ts'

const bilingual = z.object({ en: z.string(), cy: z.string().optional() })

const linked = z.object({ id: z.string(), agency: bilingual, purpose: bilingual })

/** One agreement with all that is known of it. */
export const wholeAgreement = agreementInRegister.extend({
  versions: z.array(
    z.object({
      version: z.int(),
      agreed_at: z.iso.datetime(),
      page: z.url(),
      changed: z.array(z.string()).meta({ description: 'Names of the terms that differ from the version before' }),
    }),
  ),
  decisions: z.array(
    z.object({
      act: z.string(),
      role: z.string().meta({ description: 'As what somebody acted; never who' }),
      agency: z.string().nullable(),
      version: z.int().nullable(),
      category: z.string().nullable(),
      words: bilingual.nullable(),
      at: z.iso.datetime(),
    }),
  ),
  chain: z.object({
    above: z.array(linked).meta({ description: 'What it relies on, the nearest first' }),
    below: z.array(linked).meta({ description: 'What relies on it' }),
  }),
  use: useInRegister.nullable(),
})

export function listedWhole(
  history: readonly RegisteredAgreement[],
  { decisions, chain, use }: AboutAgreement,
  baseUrl: string,
): z.infer<typeof wholeAgreement> | undefined {
  const latest = history.find(({ version, latestVersion }) => version === latestVersion)
  if (!latest) return undefined
  return {
    ...listedAgreement(latest, baseUrl),
    versions: history.map((one) => ({
      ...{ version: one.version, agreed_at: one.agreedAt.toISOString(), page: baseUrl + versionPath(one) },
      changed: changedSince(one, history),
    })),
    decisions: decisions.map(({ act, role, agencyId, version, category, words, at }) => ({
      ...{ act, role, agency: agencyId, version, category, words, at: at.toISOString() },
    })),
    chain,
    use: use ? listedUse(use) : null,
  }
}

/** In the words of the JSON, which are small letters with underscores. */
function changedSince(one: RegisteredAgreement, history: readonly RegisteredAgreement[]): string[] {
  const before = history.find(({ version }) => version === one.version - 1)
  const named = (term: string) =>
    term === 'holderId' ? 'holder' : term.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return before ? changedTerms(before, one).map(named) : []
}
