import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { type CityResponse, Reader } from 'mmdb-lib'
import type { Place } from '../../../actors/visitor/visit'
import type { Log } from '../../log'

/** Where an address is; null where nobody knows. */
export type Places = (address: string) => Place | null

/** As the file calls the languages that pages are in. */
const NAMES = { en: 'en', zh: 'zh-CN' } as const

/**
 * Where addresses are, by a file of the desk's own: nobody else is ever asked. Without one, or with
 * one that cannot be read, nothing is said of any.
 */
export const openPlaces = (file: string | undefined, log: Log): Places => {
  const reader = file === undefined ? null : readerOf(file, log)
  return (address) => {
    // Of an IPv6 address it is the network that is known.
    const plain = address.replace(/\/\d+$/, '')
    if (!reader || isIP(plain) === 0) return null
    const { country, city } = reader.get(plain) ?? {}
    const names = Object.entries(NAMES).flatMap(([language, name]) => {
      const known = city?.names?.[name] ?? city?.names?.en
      return known ? [[language, known]] : []
    })
    return country?.iso_code ? { country: country.iso_code, city: Object.fromEntries(names) } : null
  }
}

const readerOf = (file: string, log: Log): Reader<CityResponse> | null => {
  try {
    return new Reader<CityResponse>(readFileSync(file))
  } catch (problem) {
    log.warn('the file of places cannot be read: no place is shown', { file, problem })
    return null
  }
}
