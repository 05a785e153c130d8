import { exportJWK, generateKeyPair, jwtVerify } from 'jose'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { manySigner } from '../../src/deliveries/sign-many.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
const keys = [{ ...(await exportJWK(privateKey)), kid: 'es256' } as SigningJwk]
const batch = Array.from({ length: 20 }, (_, number) => ({
  claims: { jti: `${number}`, said: 'a line\nand another' },
  algorithm: 'ES256' as const,
}))

async function jtis(tokens: readonly string[]) {
  const verified = await Promise.all(tokens.map((token) => jwtVerify(token, publicKey)))
  return verified.map(({ payload }) => payload.jti)
}

const expected = batch.map((_, number) => `${number}`)

test('tokens come in their order, from here while the thread begins, and then from there', async () => {
  const signer = manySigner(keys, () => undefined)
  expect(await jtis(await signer.sign(batch))).toEqual(expected)
  await pause(1000)
  expect(await jtis(await signer.sign(batch))).toEqual(expected)
  await signer.stop()
})

test('a thread that cannot work is said once, and what it would have signed is signed here', async () => {
  const failures: unknown[] = []
  const cannotBeHandedOver = () => undefined
  const signer = manySigner([{ ...keys[0], cannotBeHandedOver } as unknown as SigningJwk], (failure) => {
    failures.push(failure)
  })
  expect(await jtis(await signer.sign(batch))).toEqual(expected)
  expect(await jtis(await signer.sign(batch))).toEqual(expected)
  expect(failures).toHaveLength(1)
  await signer.stop()
})
