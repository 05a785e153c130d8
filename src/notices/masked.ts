/** `a…@example.org`, `…102`: enough to tell two people of a demonstration apart, too little to reach one. */
export function masked(address: string): string {
  const [name = '', host] = address.split('@')
  return host === undefined ? `…${address.slice(-3)}` : `${name.slice(0, 1)}…@${host}`
}
