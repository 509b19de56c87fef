import { raw } from 'hono/html'
import alarmClock from 'lucide-static/icons/alarm-clock.svg' with { type: 'text' }
import archive from 'lucide-static/icons/archive.svg' with { type: 'text' }
import arrowDown from 'lucide-static/icons/arrow-down.svg' with { type: 'text' }
import arrowLeft from 'lucide-static/icons/arrow-left.svg' with { type: 'text' }
import arrowRightLeft from 'lucide-static/icons/arrow-right-left.svg' with { type: 'text' }
import atSign from 'lucide-static/icons/at-sign.svg' with { type: 'text' }
import ban from 'lucide-static/icons/ban.svg' with { type: 'text' }
import bellOff from 'lucide-static/icons/bell-off.svg' with { type: 'text' }
import bellRing from 'lucide-static/icons/bell-ring.svg' with { type: 'text' }
import check from 'lucide-static/icons/check.svg' with { type: 'text' }
import chevronDown from 'lucide-static/icons/chevron-down.svg' with { type: 'text' }
import chevronRight from 'lucide-static/icons/chevron-right.svg' with { type: 'text' }
import circle from 'lucide-static/icons/circle.svg' with { type: 'text' }
import circleAlert from 'lucide-static/icons/circle-alert.svg' with { type: 'text' }
import coffee from 'lucide-static/icons/coffee.svg' with { type: 'text' }
import conciergeBell from 'lucide-static/icons/concierge-bell.svg' with { type: 'text' }
import copy from 'lucide-static/icons/copy.svg' with { type: 'text' }
import download from 'lucide-static/icons/download.svg' with { type: 'text' }
import ellipsis from 'lucide-static/icons/ellipsis.svg' with { type: 'text' }
import eye from 'lucide-static/icons/eye.svg' with { type: 'text' }
import flag from 'lucide-static/icons/flag.svg' with { type: 'text' }
import hand from 'lucide-static/icons/hand.svg' with { type: 'text' }
import hourglass from 'lucide-static/icons/hourglass.svg' with { type: 'text' }
import inbox from 'lucide-static/icons/inbox.svg' with { type: 'text' }
import info from 'lucide-static/icons/info.svg' with { type: 'text' }
import languages from 'lucide-static/icons/languages.svg' with { type: 'text' }
import lock from 'lucide-static/icons/lock.svg' with { type: 'text' }
import logOut from 'lucide-static/icons/log-out.svg' with { type: 'text' }
import mailCheck from 'lucide-static/icons/mail-check.svg' with { type: 'text' }
import maximize from 'lucide-static/icons/maximize.svg' with { type: 'text' }
import menu from 'lucide-static/icons/menu.svg' with { type: 'text' }
import merge from 'lucide-static/icons/merge.svg' with { type: 'text' }
import messagesSquare from 'lucide-static/icons/messages-square.svg' with { type: 'text' }
import pencil from 'lucide-static/icons/pencil.svg' with { type: 'text' }
import plus from 'lucide-static/icons/plus.svg' with { type: 'text' }
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg' with { type: 'text' }
import search from 'lucide-static/icons/search.svg' with { type: 'text' }
import searchX from 'lucide-static/icons/search-x.svg' with { type: 'text' }
import send from 'lucide-static/icons/send.svg' with { type: 'text' }
import settings from 'lucide-static/icons/settings.svg' with { type: 'text' }
import star from 'lucide-static/icons/star.svg' with { type: 'text' }
import sunMoon from 'lucide-static/icons/sun-moon.svg' with { type: 'text' }
import user from 'lucide-static/icons/user-round.svg' with { type: 'text' }
import users from 'lucide-static/icons/users.svg' with { type: 'text' }
import volume from 'lucide-static/icons/volume-2.svg' with { type: 'text' }
import volumeOff from 'lucide-static/icons/volume-x.svg' with { type: 'text' }
import workflow from 'lucide-static/icons/workflow.svg' with { type: 'text' }
import x from 'lucide-static/icons/x.svg' with { type: 'text' }
import zap from 'lucide-static/icons/zap.svg' with { type: 'text' }

/**
 * An icon out of its file, for whoever alone has it. Decorative always: what it means is said in
 * words beside it or in the control's label. `points` is one that says where to, along the line.
 */
export const drawn = (svg: string, { points = false } = {}) =>
  raw(
    svg
      .replace(/<!--.*?-->|xmlns="[^"]*"/gs, '')
      .replace(/\sclass="[^"]*"/, ` class="icon${points ? ' points' : ''}" aria-hidden="true"`)
      .replace('width="24"', 'width="18"')
      .replace('height="24"', 'height="18"')
      .replace('stroke-width="2"', 'stroke-width="1.75"')
      .replace(/\s+/g, ' ')
      .replace(/> </g, '><')
      .trim(),
  )

export type Drawing = ReturnType<typeof drawn>

const icons = {
  alarmClock: drawn(alarmClock),
  archive: drawn(archive),
  arrowDown: drawn(arrowDown),
  arrowLeft: drawn(arrowLeft, { points: true }),
  arrowRightLeft: drawn(arrowRightLeft),
  atSign: drawn(atSign),
  ban: drawn(ban),
  bellOff: drawn(bellOff),
  bellRing: drawn(bellRing),
  check: drawn(check),
  copy: drawn(copy),
  chevronDown: drawn(chevronDown),
  chevronRight: drawn(chevronRight, { points: true }),
  circle: drawn(circle),
  circleAlert: drawn(circleAlert),
  coffee: drawn(coffee),
  conciergeBell: drawn(conciergeBell),
  ellipsis: drawn(ellipsis),
  eye: drawn(eye),
  flag: drawn(flag),
  download: drawn(download),
  hand: drawn(hand),
  hourglass: drawn(hourglass),
  inbox: drawn(inbox),
  info: drawn(info),
  languages: drawn(languages),
  lock: drawn(lock),
  logOut: drawn(logOut, { points: true }),
  mailCheck: drawn(mailCheck),
  maximize: drawn(maximize),
  menu: drawn(menu),
  merge: drawn(merge),
  messagesSquare: drawn(messagesSquare),
  pencil: drawn(pencil),
  plus: drawn(plus),
  rotateCcw: drawn(rotateCcw),
  search: drawn(search),
  searchX: drawn(searchX),
  send: drawn(send, { points: true }),
  settings: drawn(settings),
  star: drawn(star),
  sunMoon: drawn(sunMoon),
  user: drawn(user),
  users: drawn(users),
  volume: drawn(volume),
  volumeOff: drawn(volumeOff),
  workflow: drawn(workflow),
  x: drawn(x),
  zap: drawn(zap),
}
export type IconName = keyof typeof icons

export const Icon = ({ name }: { name: IconName }) => icons[name]
