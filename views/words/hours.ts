import { wordsIn } from '.'
import { times as enTimes, plural } from './en/times'
import { type Edition, type Language, languageOf } from './language'
import { clock, dayOf, daysBetween, partsOf } from './times'
import { times as zhTimes } from './zh/times'

const en = {
  title: 'Hours',
  said: {
    saved: 'Saved. It holds from now on.',
    added: 'Added.',
    removed: 'Removed.',
    imported: 'The days of the calendar are in the list.',
  },
  lead: 'When each department takes new conversations. Outside its hours visitors leave a message; talks that are under way go on.',
  columns: {
    name: 'Department',
    open: 'Now',
    next: 'Next change',
    use: 'Hours',
    zone: 'Time zone',
  },
  filters: { open: 'Now', use: 'Hours' },
  searches: 'Department',
  empty: 'No departments yet',
  emptyHint: 'Each department you make stands here, with whether it is open.',
  wholeDesk: 'Whole desk',
  of: (name: string) => `Hours of ${name}`,
  uses: { always: 'Always open', own: 'Hours of its own', desk: 'Hours of the desk' },
  useLabel: 'When it is open',
  useHint: 'Hours of the desk are set once, for all departments that go by them.',
  idle: 'The times below hold only with “Hours of its own”.',
  ...{ isOpen: 'Open now', isShut: 'Closed now' },
  opens: 'opens',
  closes: 'closes',
  noChange: 'Nothing changes for as far as can be seen.',
  until: (when: string) => `Until ${when}`,
  always: 'At every hour',
  week: 'Weekly hours',
  weekHint: 'Several times a day are fine. One that ends before it begins runs over midnight.',
  zone: 'Time zone',
  zoneHint: 'As Europe/Berlin. All times here are those of its clocks, summer and winter.',
  from: 'from',
  to: 'to',
  more: 'Further times',
  moreHint: 'As 20:00-22:00',
  add: 'Add a time',
  copy: 'Save, with these hours on all open days',
  today: 'today',
  shutAllDay: 'closed',
  runsOver: (day: string, time: string) => `closed, but for what began on ${day} until ${time}`,
  exceptions: 'Exceptions',
  exceptionsList: 'All exceptions',
  exceptionsHint: 'They hold instead of the week, for what begins on these days.',
  noExceptions: 'No exceptions. Add holidays here, or take them from a calendar.',
  exceptionColumns: { days: 'Date', name: 'Name', open: 'Hours', repeats: 'Repeats' },
  once: 'once',
  yearly: 'every year',
  fromCalendar: (name: string) => `from ${name}`,
  remove: 'Remove',
  addDay: 'Add a date',
  firstDay: 'First day',
  lastDay: 'Last day',
  lastDayHint: 'Empty for one day alone.',
  name: 'Name',
  nameHint: 'For colleagues. Visitors do not see it.',
  openThen: 'Open',
  openThenHint: 'As 09:00-12:00. Empty where it stays closed.',
  repeats: 'Every year',
  addDo: 'Add',
  calendar: 'From a calendar (iCal)',
  calendarHint:
    'A file that ends in .ics, at most 100 KB. Whole days are closed, other events close for as long as they last. The same calendar again takes the place of what came from it.',
  calendarFile: 'File',
  calendarName: 'Name of the calendar',
  importDo: 'Take it over',
  try: 'Try another moment',
  tryDay: 'Day',
  tryTime: 'Time',
  tryDo: 'Look',
  openThenAlways: 'Open',
  shutThenAlways: 'Closed',
  byException: (name: string) => `By an exception: ${name}`,
  visitorsRead: 'What visitors see when closed',
  edit: 'Set hours',
  savedNow: (value: string) => `As saved now: ${value}`,
  notDesk: 'The desk has no hours yet. Until you save some, no department can go by them.',
  noTime: 'This is no time. Choose a day and a clock.',
  shifts: 'On this day the clocks are put on or back.',
}

const zh: typeof en = {
  title: '服务时间',
  said: {
    saved: '已保存，即刻生效。',
    added: '已添加。',
    removed: '已移除。',
    imported: '日历中的日期已加入列表。',
  },
  lead: '各部门接待新会话的时间。非服务时间访客可以留言，进行中的会话不受影响。',
  columns: { name: '部门', open: '当前', next: '下次变化', use: '服务时间', zone: '时区' },
  filters: { open: '当前', use: '服务时间' },
  searches: '部门',
  empty: '还没有部门',
  emptyHint: '新建的部门会显示在这里，并注明是否在服务时间内。',
  wholeDesk: '全局',
  of: (name) => `${name}的服务时间`,
  uses: { always: '全天服务', own: '自定义时间', desk: '全局时间' },
  useLabel: '服务时间',
  useHint: '全局时间只需设置一次，适用于所有选用它的部门。',
  idle: '选择“自定义时间”后，以下时段才会生效。',
  isOpen: '服务中',
  isShut: '非服务时间',
  opens: '开始',
  closes: '结束',
  noChange: '近期没有变化。',
  until: (when) => `至${when}`,
  always: '全天',
  week: '每周时间',
  weekHint: '一天可设多个时段。结束时间早于开始时间时，表示跨到次日。',
  zone: '时区',
  zoneHint: '如 Asia/Shanghai。此处所有时间均为该时区的时间，自动适应夏令时。',
  from: '从',
  to: '至',
  more: '更多时段',
  moreHint: '如 20:00-22:00',
  add: '添加时段',
  copy: '将这一天的时段用于所有服务日并保存',
  today: '今天',
  shutAllDay: '休息',
  runsOver: (day, time) => `休息（${day}的时段延续至 ${time}）`,
  exceptions: '例外日期',
  exceptionsList: '全部例外日期',
  exceptionsHint: '在这些日期取代每周时间，以开始日期为准。',
  noExceptions: '没有例外日期。可在此添加节假日，或从日历导入。',
  exceptionColumns: { days: '日期', name: '名称', open: '时段', repeats: '重复' },
  once: '一次',
  yearly: '每年',
  fromCalendar: (name) => `来自${name}`,
  remove: '移除',
  addDay: '添加日期',
  firstDay: '开始日期',
  lastDay: '结束日期',
  lastDayHint: '仅一天时留空。',
  name: '名称',
  nameHint: '仅同事可见，访客看不到。',
  openThen: '服务时段',
  openThenHint: '如 09:00-12:00，全天休息则留空。',
  repeats: '每年重复',
  addDo: '添加',
  calendar: '从日历导入（iCal）',
  calendarHint:
    '.ics 文件，最大 100 KB。全天日程当日休息，其他日程期间休息。再次导入同名日历会替换原有日期。',
  calendarFile: '文件',
  calendarName: '日历名称',
  importDo: '导入',
  try: '查询其他时间',
  tryDay: '日期',
  tryTime: '时间',
  tryDo: '查询',
  openThenAlways: '服务中',
  shutThenAlways: '非服务时间',
  byException: (name) => `例外日期：${name}`,
  visitorsRead: '非服务时间访客看到的内容',
  edit: '设置服务时间',
  savedNow: (value) => `当前已保存：${value}`,
  notDesk: '尚未设置全局服务时间，保存后部门才能选用。',
  noTime: '时间无效，请选择日期和时间。',
  shifts: '这一天时钟会调快或调慢。',
}

/** Opening hours in the office. */
export const hours = { en, zh }

const weekday = {
  en: new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }),
  zh: new Intl.DateTimeFormat('zh', { weekday: 'long', timeZone: 'UTC' }),
}
const shortWeekday = {
  en: new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }),
  zh: new Intl.DateTimeFormat('zh', { weekday: 'short', timeZone: 'UTC' }),
}

/** The third of January 2022 was a Monday. */
const MONDAY = Date.UTC(2022, 0, 3)
const DAY_MS = 86_400_000

/** What the nth day of a week is called, from Monday on. */
export const weekdayName = (nth: number, language: Language, length: 'long' | 'short' = 'long') =>
  (length === 'long' ? weekday : shortWeekday)[language].format(MONDAY + nth * DAY_MS)

/** Days for which a weekday says which it is. */
const NAMED_DAYS = 6

type Words = { today: string; tomorrow: string; at: (day: string, time: string) => string }

const coming: Readonly<Record<Language, Words>> = {
  en: { today: 'today', tomorrow: 'tomorrow', at: (day, time) => `${day} at ${time}` },
  zh: { today: '今天', tomorrow: '明天', at: (day, time) => `${day} ${time}` },
}

/** A time to come as one says it: `today at 20:00`, `Monday at 09:00`, `12 Jan at 09:00`. */
export const comingTime = (at: number, now: number, zone: string, language: Language): string => {
  const words = coming[language]
  const days = daysBetween(now, at, zone)
  if (days <= 0) return words.at(words.today, clock(at, zone))
  if (days === 1) return words.at(words.tomorrow, clock(at, zone))
  return words.at(
    days <= NAMED_DAYS ? weekdayOf(at, zone, language) : dateOf(at, zone, language),
    clock(at, zone),
  )
}

const dateOf = (at: number, zone: string, language: Language): string =>
  (language === 'zh' ? zhTimes : enTimes).shortDay(partsOf(at, zone))

/** The same as seen from another time than now: only its clock on the same day, else its date. */
export const laterTime = (at: number, from: number, zone: string, language: Language): string =>
  dayOf(at, zone) === dayOf(from, zone)
    ? clock(at, zone)
    : coming[language].at(dateOf(at, zone, language), clock(at, zone))

/** Of a date, `weekday` is 0 for Sunday. */
const weekdayOf = (at: number, zone: string, language: Language): string =>
  weekdayName((partsOf(at, zone).weekday + 6) % 7, language)

/** `5 h 54 min`: how long yet, to the minute. */
export const lengthText = (ms: number, language: Language): string => {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const [days, h, m] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  if (language === 'zh')
    return days > 0 ? `${days} 天 ${h} 小时` : h > 0 ? `${h} 小时 ${m} 分钟` : `${m} 分钟`
  if (days > 0) return `${plural(days, 'day')} ${h} h`
  return h > 0 ? `${h} h ${m} min` : `${m} min`
}

type Shut = { opensAt: number | null }

/** What visitors read outside the hours: that it is closed, and when it opens again, by their own clock. */
export const shutText = (
  { opensAt }: Shut,
  now: number,
  zone: string,
  language: Edition,
): string => {
  const { shutNow, shutUntil } = wordsIn(language).chat
  return opensAt === null
    ? shutNow
    : shutUntil(comingTime(opensAt, now, zone, languageOf(language)))
}
