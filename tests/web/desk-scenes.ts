import { WHOLE_DESK } from '../../actors/start/form'
import { hoursPaths } from '../../views/office/hours'
import { privacyPaths } from '../../views/office/privacy/details'
import { settingsPaths } from '../../views/office/settings/paths'
import { department, shutDays } from './office-things'
import type { Scene } from './two-admins'

const ID = ':id'

const CALENDAR = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', 'BEGIN:VEVENT', 'UID:one@test'],
  ...['DTSTAMP:20260101T000000Z', 'DTSTART;VALUE=DATE:20300801', 'DTEND;VALUE=DATE:20300802'],
  ...['SUMMARY:Summer', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n')

/** When departments and the desk are open. */
export const hoursScenes: Scene[] = [
  {
    ...{ path: hoursPaths.week(ID), about: 'the zone and what they go by', id: department },
    one: { zone: 'Asia/Shanghai', use: 'own' },
    other: { zone: 'Europe/Berlin' },
  },
  {
    ...{ path: hoursPaths.week(ID), about: 'one day', id: department },
    one: { use: 'own', mon_on: 'yes', mon_from_1: '08:00', mon_to_1: '12:00', mon_more: '' },
    other: { use: 'own', mon_on: 'yes', mon_from_1: '09:15', mon_to_1: '17:45', mon_more: '' },
    shows: ['08:00-12:00'],
  },
  {
    ...{ path: hoursPaths.week(ID), about: 'those of the whole desk' },
    id: async () => WHOLE_DESK,
    one: { zone: 'Asia/Tokyo' },
    other: { zone: 'Europe/Paris' },
    third: { zone: 'Europe/Rome' },
  },
  {
    ...{ path: hoursPaths.exceptions(ID), about: 'a day of its own each', id: department },
    one: { from: '2030-12-24', name: 'Christmas Eve' },
    other: { from: '2030-12-31', name: 'New Year’s Eve' },
    shows: ['Christmas Eve'],
  },
  {
    ...{ path: hoursPaths.removal(ID), about: 'a day that goes', id: shutDays },
    ...{ which: ({ was }) => was?.includes('2030-05-01') === true, by: hoursPaths.exceptions(ID) },
    one: { from: '2030-06-01', name: 'Another one' },
    other: {},
    shows: ['Another one'],
  },
  {
    ...{ path: hoursPaths.calendar(ID), about: 'a calendar', id: department },
    ...{ by: hoursPaths.exceptions(ID), one: { from: '2030-10-03', name: 'Unity' } },
    other: { calendar: CALENDAR, name: 'Holidays' },
    ...{ shows: ['Unity'], again: { calendar: CALENDAR } },
  },
]

/** What holds for the whole desk. */
export const deskScenes: Scene[] = [
  {
    ...{ path: settingsPaths.group('brand'), about: 'the name of the desk' },
    one: { name: 'Lamps and more' },
    other: { name: 'More and lamps' },
    third: { name: 'Lamps' },
  },
  {
    ...{ path: settingsPaths.group('brand'), about: 'how it looks' },
    one: { privacy: 'https://one.example/privacy' },
    other: { privacy: 'https://other.example/privacy' },
    third: { privacy: 'https://third.example/privacy' },
  },
  {
    ...{ path: settingsPaths.group('uploads'), about: 'what may be sent' },
    one: { messageSize: '41' },
    other: { messageSize: '42' },
    third: { messageSize: '43' },
  },
  {
    ...{ path: settingsPaths.group('notices'), about: 'what colleagues are told of' },
    ...{ one: { message: 'never' }, other: { message: 'hidden' }, third: { message: 'always' } },
    // It is shown in words.
    shows: [],
  },
  {
    ...{ path: privacyPaths.settings('retention'), about: 'how long is kept' },
    ...{ one: { keepDays: '91' }, other: { keepDays: '92' }, third: { keepDays: '93' } },
  },
  {
    ...{ path: privacyPaths.settings('masking'), about: 'what is masked' },
    ...{ one: { maskPatterns: 'KD-1' }, other: { maskPatterns: 'KD-2' } },
    third: { maskPatterns: 'KD-3' },
  },
  {
    ...{ path: privacyPaths.settings('addresses'), about: 'what is kept of addresses' },
    ...{ one: { keepAddresses: 'cut' }, other: { keepAddresses: 'none' } },
    third: { keepAddresses: 'whole' },
    // It is shown in words.
    shows: [],
  },
]
