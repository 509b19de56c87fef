import type { Child } from 'hono/jsx'
import type { Invitation } from '../../../actors/visitor/invitation'
import type { Attribute, Profile } from '../../../actors/visitor/profile'
import type { Place, Visit } from '../../../actors/visitor/visit'
import { Chip } from '../../parts/marks'
import { wordsIn } from '../../words'
import { htmlLang, type Language } from '../../words/language'

/** What is known of a visitor beside the conversation. */
export type KnownVisitor = {
  profile: Profile
  /** Null while nobody has opened a page. */
  visit: Visit | null
  /** The newest. */
  invitation: Invitation | null
}

/** A country's name as the reader's language has it, and the city's. */
export const placeIn = ({ country, city }: Place, language: Language): string => {
  const names = new Intl.DisplayNames([htmlLang[language]], { type: 'region', fallback: 'code' })
  const known = /^[A-Z]{2}$/.test(country) ? names.of(country) : country
  return [city[language], known].filter(Boolean).join(language === 'zh' ? '，' : ', ')
}

const attributeIn = ({ type, value }: Attribute, language: Language): string => {
  if (type !== 'yesNo') return value
  const words = wordsIn(language).visitors
  return value === 'yes' ? words.yes : words.no
}

/** What colleagues wrote down, each a term and its detail. */
export const profileRows = (
  { phone, company, notes, tags, attributes }: Profile,
  language: Language,
): [string, Child][] => {
  const words = wordsIn(language).visitors
  return [
    [words.phone, phone && <bdi>{phone}</bdi>],
    [words.company, company && <bdi>{company}</bdi>],
    [
      words.tags,
      tags.length > 0 &&
        tags.map((tag) => (
          <Chip tone="filled">
            <bdi>{tag}</bdi>
          </Chip>
        )),
    ],
    ...Object.entries(attributes).map(([key, is]): [string, Child] => [
      key,
      <bdi>{attributeIn(is, language)}</bdi>,
    ]),
    [words.notes, notes && <bdi class="lines">{notes}</bdi>],
  ]
}

/** What their browser says, and the way they came. */
export const visitRows = (
  { visit, invitation }: Pick<KnownVisitor, 'visit' | 'invitation'>,
  language: Language,
): [string, Child][] => {
  const words = wordsIn(language).visitors
  const about = visit?.about
  const campaign = Object.values(about?.utm ?? {}).join(' · ')
  return [
    [words.place, about?.place && placeIn(about.place, language)],
    [words.zone, about?.zone],
    [words.browser, about?.browser],
    [words.system, about?.system],
    [words.device, about?.device],
    [words.address, about?.address],
    [words.referrer, about?.referrer && <bdi>{about.referrer}</bdi>],
    [words.campaign, campaign && <bdi>{campaign}</bdi>],
    [words.visits, visit && String(visit.visits)],
    [words.invitation, invitation && <Invited invitation={invitation} language={language} />],
  ]
}

const Invited = ({ invitation, language }: { invitation: Invitation; language: Language }) => {
  const words = wordsIn(language).visitors
  const by = invitation.agent === null ? words.byItself : invitation.agentName
  return (
    <>
      <bdi>{invitation.text}</bdi> <small>{words.invited(by, invitation.answer)}</small>
    </>
  )
}
