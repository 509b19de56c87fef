import { deskFields } from '../../../actors/desk/settings'
import { Problem } from '../../../actors/problem'
import { editable } from '../../../src/reads/editable'
import { AccountPage, type AccountProps } from '../../../views/customers/account'
import { CustomerResetPage, LinkOverPage, MovePage } from '../../../views/customers/mail'
import { type MineLine, MinePage, type MineProps } from '../../../views/customers/mine'
import { CustomerSignInPage, RegisteredPage, RegisterPage } from '../../../views/customers/sign-in'
import { HomePage } from '../../../views/home'
import {
  type CustomerLine,
  CustomerPage,
  CustomersPage,
  customerList,
  customersInMenu,
} from '../../../views/office/customers'
import { sentenceFor } from '../../../views/words'
import * as data from './data'
import { lookOf, type Picture } from './picture'

type Given = Parameters<Picture['page']>[0]

const HOUR_MS = 3_600_000
const vera = { name: 'Vera Lind', email: 'vera@guest.example' }
const says = (problem: Problem, { language }: Given) => sentenceFor(problem, language)

const line = (id: string, hours: number, preview: string, more: Partial<MineLine> = {}) => ({
  ...{ id, at: data.now - hours * HOUR_MS, preview, agentName: 'Ana', stars: null },
  ...{ isOpen: false, isCurrent: false, ...more },
})
const lines: readonly MineLine[] = [
  line('one', 1, 'Is the lamp back in stock?', { isOpen: true, isCurrent: true }),
  line('two', 50, 'Where is my order 1042? It should have been here on Friday, and nobody called', {
    stars: 5,
  }),
  line('three', 400, '请问什么时候发货？', { agentName: '', stars: 2 }),
]

const mine = (name: string, more: Partial<MineProps> = {}): Picture => ({
  name,
  height: 900,
  page: (given: Given) => (
    <MinePage
      {...lookOf(given)}
      {...vera}
      {...{ lines, older: '/me?until=1-a', isFurther: true, ...more }}
    />
  ),
})

const found = lines.slice(0, 2).map(({ preview: _preview, ...rest }, nth) => ({
  ...{ ...rest, by: nth === 0 ? '' : 'Ana Lima', others: nth },
  pieces: [
    { text: '…it should have been here on Friday. The ', found: false },
    { text: 'lamp', found: true },
    { text: ' is on its way, said the shop, and so is the other one', found: false },
  ],
}))

const account = (name: string, more: (given: Given) => Partial<AccountProps> = () => ({})) => ({
  name,
  height: 2000,
  page: (given: Given) => (
    <AccountPage
      {...lookOf(given)}
      {...vera}
      mails
      sessions={[
        { mark: 'a', browser: 'Firefox 146 · Linux', since: data.now - HOUR_MS, isThis: true },
        {
          mark: 'b',
          browser: 'Safari 26 · iOS · iPhone',
          since: data.now - 90 * HOUR_MS,
          isThis: false,
        },
        { mark: 'c', browser: null, since: data.now - 900 * HOUR_MS, isThis: false },
      ]}
      {...more(given)}
    />
  ),
})

const wrongSignIn = new Problem('unknown', 'signInWrong')
const short = new Problem('invalid', 'passwordTooShort', {
  ...{ field: 'password', values: { limit: 15, count: 5 } },
})
const other = new Problem('invalid', 'addressOther', { field: 'confirmation' })

const accounts: readonly CustomerLine[] = [
  { id: 'a', ...vera, state: 'proven', created: data.now - HOUR_MS, seen: data.now - 60_000 },
  {
    ...{ id: 'b', name: 'Vito', email: `${'very.long.address.'.repeat(3)}@guest.example` },
    ...{ state: 'waits', created: data.now - 30 * HOUR_MS, seen: null },
  },
  {
    ...{ id: 'c', name: '王芳', email: 'wang@guest.example', state: 'open' },
    ...{ created: data.now - 800 * HOUR_MS, seen: data.now - 700 * HOUR_MS },
  },
]
const ask = { q: '', ...customerList.usual, filters: {}, times: {}, until: null }
const office = (given: Given) => ({
  ...{ ...lookOf(given), me: { id: data.olga, name: 'Olga' } },
  ...{ menu: [customersInMenu], page: customersInMenu },
})
const setting = (customers: boolean) => editable(deskFields('customers'), { customers })
const officeList = (
  name: string,
  more: Partial<Parameters<typeof CustomersPage>[0]> = {},
): Picture => ({
  name,
  height: 1000,
  page: (given) => (
    <CustomersPage
      {...office(given)}
      {...{ ask, found: { rows: accounts, next: null }, setting: setting(true) }}
      {...more}
    />
  ),
})

/** Visitors with accounts of their own: their pages, and what the office has of them. */
export const customerPictures: Picture[] = [
  {
    name: 'customer-sign-in',
    page: (given) => <CustomerSignInPage {...lookOf(given)} confirm="" />,
  },
  {
    name: 'customer-sign-in-confirm',
    once: true,
    page: (given) => <CustomerSignInPage {...lookOf(given)} confirm="token" />,
  },
  {
    name: 'customer-sign-in-refused',
    page: (given) => (
      <CustomerSignInPage
        {...lookOf(given)}
        confirm=""
        task="1.a.b"
        refused={{ says: says(wrongSignIn, given), typed: { email: vera.email } }}
      />
    ),
  },
  {
    name: 'customer-signed-out',
    once: true,
    page: (given) => <CustomerSignInPage {...lookOf(given)} confirm="" after="signedOut" />,
  },
  { name: 'register', height: 960, page: (given) => <RegisterPage {...lookOf(given)} /> },
  {
    name: 'register-refused',
    once: true,
    height: 1000,
    page: (given) => (
      <RegisterPage
        {...lookOf(given)}
        task="1.a.b"
        refused={{
          ...{ says: says(short, given), field: 'password' },
          typed: { ...vera, consent: 'yes' },
        }}
      />
    ),
  },
  { name: 'registered', page: (given) => <RegisteredPage {...lookOf(given)} /> },
  mine('mine'),
  { ...mine('mine-empty', { lines: [], older: null, isFurther: false }), once: true },
  mine('mine-found', { lines: [], search: { q: 'lamp', found }, isFurther: false }),
  {
    ...mine('mine-not-found-yet', { lines: [], search: { q: 'unicorn', found: [] } }),
    once: true,
  },
  {
    ...mine('mine-not-found', { lines: [], search: { q: 'unicorn', found: [] }, older: null }),
    once: true,
  },
  account('customer-account'),
  { ...account('customer-account-saved', () => ({ said: 'mailed', mails: false })), once: true },
  {
    ...account('customer-account-refused', (given) => ({
      refused: {
        ...{ form: 'removal', says: says(other, given), field: 'confirmation' },
        typed: { confirmation: 'vera@guest' },
      },
    })),
    once: true,
  },
  {
    name: 'customer-reset',
    page: (given) => <CustomerResetPage {...lookOf(given)} token="t" email={vera.email} />,
  },
  {
    name: 'customer-move',
    page: (given) => <MovePage {...lookOf(given)} token="t" email={vera.email} isDone={false} />,
  },
  {
    name: 'customer-moved',
    once: true,
    page: (given) => <MovePage {...lookOf(given)} token="t" email={vera.email} isDone />,
  },
  {
    name: 'customer-link-over',
    once: true,
    page: (given) => (
      <LinkOverPage
        {...lookOf(given)}
        says={says(new Problem('conflict', 'mailLinkOver'), given)}
      />
    ),
  },
  {
    name: 'home-accounts',
    once: true,
    page: (given) => <HomePage {...lookOf(given)} accounts staff={false} />,
  },
  officeList('office-customers'),
  officeList('office-customers-empty', {
    ...{ found: { rows: [], next: null }, setting: setting(false) },
  }),
  {
    ...officeList('office-customers-stale', {
      refused: {
        ...{ form: 'customers', typed: { customers: 'no' } },
        problem: new Problem('conflict', 'changedMeanwhile'),
      },
    }),
    once: true,
  },
  {
    name: 'office-customer',
    page: (given) => (
      <CustomerPage
        {...office(given)}
        line={accounts[0] ?? { ...vera, id: 'a', state: 'open', created: 0, seen: null }}
        visitor="vera"
      />
    ),
  },
]
