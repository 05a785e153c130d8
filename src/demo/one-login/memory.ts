import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Entry {
  payload: AdapterPayload
  expiresAt: number
}

/** oidc-provider's storage in this process's memory: a restart signs everybody out of the simulator, nothing more. */
export function inMemory(): AdapterFactory {
  const entries = new Map<string, Entry>()
  return (model) => adapterOf(model, entries)
}

function adapterOf(model: string, entries: Map<string, Entry>): Adapter {
  const keyOf = (id: string) => `${model}:${id}`
  const live = (entry: Entry | undefined) => entry !== undefined && entry.expiresAt > Date.now()
  const find = (id: string) => (live(entries.get(keyOf(id))) ? entries.get(keyOf(id))?.payload : undefined)
  const findWhere = (field: 'uid' | 'userCode', value: string) =>
    [...entries].find(([key, entry]) => key.startsWith(keyOf('')) && live(entry) && entry.payload[field] === value)?.[1]
      .payload
  return {
    upsert: (id, payload, expiresIn = 3600) => {
      for (const [key, entry] of entries) if (!live(entry)) entries.delete(key)
      entries.set(keyOf(id), { payload, expiresAt: Date.now() + expiresIn * 1000 })
      return Promise.resolve()
    },
    find: (id) => Promise.resolve(find(id)),
    findByUid: (uid) => Promise.resolve(findWhere('uid', uid)),
    findByUserCode: (code) => Promise.resolve(findWhere('userCode', code)),
    consume: (id) => Promise.resolve(void Object.assign(find(id) ?? {}, { consumed: Math.floor(Date.now() / 1000) })),
    destroy: (id) => Promise.resolve(void entries.delete(keyOf(id))),
    revokeByGrantId: (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
      return Promise.resolve()
    },
  }
}
