import { Problem } from '../../../actors/problem'
import { ChatPage } from '../../../views/chat/page'
import { StartPage } from '../../../views/chat/start'
import type { OfficeContext } from '../../../views/office/context'
import { SitesPage, type SitesPageData, sitesInMenu } from '../../../views/office/sites'
import { SitesPreview } from '../../../views/office/sites-preview'
import * as data from './data'
import { drawn } from './drawn'
import { fileLimits } from './files'
import { lookOf, type Picture } from './picture'

type Given = Parameters<Picture['page']>[0]
const frame = { sites: ['https://shop.example'] }

const some: SitesPageData = {
  origins: ['https://shop.example', 'https://www.xn--bcher-kva.example:8443'],
  position: 'right',
  color: '#6b46c1',
  version: 'v1',
  hasSecret: true,
  desk: 'https://chat.shop.example',
}

const office = (
  name: string,
  sites: Partial<SitesPageData> = {},
  refused?: OfficeContext['refused'],
): Picture => ({
  name,
  height: 1300,
  page: (given: Given) => (
    <SitesPage
      {...lookOf(given)}
      me={{ id: data.olga, name: 'Olga' }}
      menu={[sitesInMenu]}
      page={sitesInMenu}
      {...(refused ? { refused } : {})}
      sites={{ ...some, ...sites }}
    />
  ),
})

/** The chat in its frame, which is as small on a wide page. */
const framed: Picture[] = [
  {
    name: 'frame-start',
    once: true,
    page: (given) => (
      <StartPage
        {...lookOf(given)}
        frame={frame}
        departments={[]}
        clientId="c-1"
        keptAs="start-x"
      />
    ),
  },
  {
    name: 'frame-chat',
    page: (given) => (
      <ChatPage
        {...{ ...lookOf(given), frame }}
        status={{ state: 'active', agent: { id: data.ana, name: 'Ana' }, here: true }}
        {...{ department: '', conversation: data.conversation, clientId: 'next-1', name: 'Vera' }}
        drawn={drawn(data.talk(given.language, 'visitor'), {
          ...lookOf(given),
          ...{ audience: 'visitor', viewer: data.vera },
        })}
        {...{ earlier: null, after: 9, seenUpTo: 0, fileLimits, isShown: false }}
      />
    ),
  },
]

export const sitesPictures: Picture[] = [
  office('office-sites'),
  office('office-sites-new', { origins: [], hasSecret: false, secret: 'x'.repeat(43) }),
  office(
    'office-sites-refused',
    {},
    {
      form: 'sites',
      problem: new Problem('invalid', 'originNotValid', {
        ...{ field: 'origins', values: { origin: 'shop.example/page' } },
      }),
      typed: { origins: 'shop.example/page', position: 'left', color: '#ffd166' },
    },
  ),
  {
    name: 'site-preview',
    once: true,
    page: (given) => <SitesPreview {...lookOf(given)} position="right" color="#0a7d5a" />,
  },
  ...framed,
]
