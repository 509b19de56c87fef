import { describe, expect, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../src/config'
import { openLog } from '../../src/log'
import { browserIn } from '../../src/web/visit/browser'
import { openPlaces } from '../../src/web/visit/places'
import { placeIn } from '../../views/workbench/room/about-visitor'
import { placesFile } from '../support/places'
import { scratchFolder } from '../support/programs'

const folder = scratchFolder()
const silent = openLog('silent')
const leipzig = {
  country: { iso_code: 'DE', names: { en: 'Germany' } },
  city: { names: { en: 'Leipzig', 'zh-CN': '莱比锡' } },
}

describe('where an address is', () => {
  const file = join(folder, 'places.mmdb')
  writeFileSync(file, placesFile('203.0.113.0', 24, leipzig))
  const places = openPlaces(file, silent)

  test('is what the file says, in the reader’s language', () => {
    const place = places('203.0.113.77')
    expect(place).toEqual({ country: 'DE', city: { en: 'Leipzig', zh: '莱比锡' } })
    if (!place) throw new Error('no place')
    expect([placeIn(place, 'en'), placeIn(place, 'zh')]).toEqual([
      'Leipzig, Germany',
      '莱比锡，德国',
    ])
  })

  test.each(['198.51.100.1', '2001:db8:0:0::/64', 'unknown', ''])(
    'of %p nobody knows',
    (address) => {
      expect(places(address)).toBeNull()
    },
  )

  test('is not said without a file, or with one that is none', () => {
    const broken = join(folder, 'broken.mmdb')
    writeFileSync(broken, 'no places')
    expect(openPlaces(undefined, silent)('203.0.113.77')).toBeNull()
    expect(openPlaces(broken, silent)('203.0.113.77')).toBeNull()
  })

  test('a file that is not there is told before the desk opens', () => {
    const env = { DATA_DIR: folder, PLACES_FILE: join(folder, 'none.mmdb') }
    expect(() => readConfig(env)).toThrow('PLACES_FILE must be a file that is there')
  })
})

describe('what a browser says of itself', () => {
  test('is read as far as it is known, and never for long', () => {
    const phone =
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36'
    expect(browserIn(phone)).toEqual({
      ...{ browser: 'Chrome 126', system: 'Android 14', device: 'Google Pixel 8' },
    })
    const nothing = { browser: '', system: '', device: '' }
    expect([browserIn(undefined), browserIn('x'.repeat(15_000))]).toEqual([nothing, nothing])
  })
})
