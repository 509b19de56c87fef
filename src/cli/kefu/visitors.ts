import { limits } from '../../../actors/limits'
import type { Written } from '../../../actors/moving/line'
import { profileLimits } from '../../../actors/visitor/profile'
import { type Given, textIn } from './few'
import type { Staging } from './staging'
import type { Cell, Row } from './tables'
import { kept, upTo } from './text'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Everybody who is known, and whoever is known by what they said alone. */
export function* visitorLines(
  staging: Staging,
  { source }: Given,
): Generator<Written<'visitor'> | Written<'block'>> {
  const groups = new Map(
    staging.all('visitor_groups').map((one) => [one.id, textIn(one.group_name)]),
  )
  const seen = new Set<string>()
  for (const row of staging.db
    .query<Row<'visitors'>, []>('select * from visitors order by rowid')
    .iterate()) {
    const id = row.visitor_id
    if (id === null || id === '' || seen.has(id)) continue
    seen.add(id)
    yield visitorOf(row, id, source, groups.get(row.group_id) ?? '')
    if (Number(row.is_blacklist) === 1)
      yield {
        ...{ kind: 'block', source, source_id: `blacklist ${id}` },
        scope: 'visitor',
        value: id,
        at: 0,
      }
  }
  const others = staging.db.query<{ owner: Cell }, []>(
    'select distinct owner from owners where owner not in (select visitor_id from visitors where visitor_id is not null)',
  )
  for (const { owner } of others.iterate())
    if (owner) yield { kind: 'visitor', source, source_id: owner, language: 'zh' }
}

const visitorOf = (
  row: Row<'visitors'>,
  id: string,
  source: string,
  group: string,
): Written<'visitor'> => {
  const more = jsonIn(row.extends)
  const reach = textIn(row.connect)
  const isEmail = EMAIL.test(reach) && reach.length <= limits.email
  const phone = textIn(row.tel)
  const notes = [textIn(row.comment), isEmail || reach === phone ? '' : reach]
    .filter(Boolean)
    .join('\n')
  const isPhone = phone.length > 0 && phone.length <= profileLimits.phone
  return {
    ...{ kind: 'visitor', source, source_id: id },
    name: upTo(textIn(row.name) || textIn(row.visitor_name), limits.name),
    email: isEmail ? reach : '',
    language: languageOf(more.language),
    ...(isPhone ? { phone } : {}),
    notes: upTo(isPhone || phone === '' ? notes : `${phone}\n${notes}`, profileLimits.notes),
    tags: tagsOf(row.tags, group),
    attributes: attributesOf(row),
    pinned: Number(row.is_top) === 1,
  }
}

const languageOf = (given: unknown): string => {
  const named = /^[a-z]{2,3}/i.exec(typeof given === 'string' ? given : '')?.[0]
  return named?.toLowerCase() ?? 'zh'
}

/** Words with commas between them, or a list in JSON. */
const tagsOf = (cell: Cell, group: string): string[] => {
  const typed = textIn(cell)
  const list = typed.startsWith('[') ? listIn(typed) : typed.split(/[,，;；|]/)
  const named = [group, ...list].map((one) => upTo(one.trim(), profileLimits.tag)).filter(Boolean)
  return [...new Set(named)].slice(0, profileLimits.tags)
}

const listIn = (text: string): string[] => {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list.map(String) : []
  } catch {
    return []
  }
}

const attributesOf = (row: Row<'visitors'>): Written<'visitor'>['attributes'] => {
  const place = [row.country, row.province, row.city].map(textIn).filter(Boolean).join(' ')
  const all = {
    ...{ ip: row.ip, browser: row.browser, os: row.os, device: row.device, channel: row.channel },
    ...{ region: place, 'first page': row.from_url },
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, cell]) => {
      const value = upTo(textIn(cell), profileLimits.value)
      return value === '' ? [] : [[key, { type: 'text' as const, value }]]
    }),
  )
}

const jsonIn = (cell: Cell): Record<string, unknown> => {
  try {
    const given: unknown = JSON.parse(kept(cell ?? ''))
    return typeof given === 'object' && given !== null ? { ...given } : {}
  } catch {
    return {}
  }
}
