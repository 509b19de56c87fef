import { figure, type ReasonWords, type Values } from '../reasons'
import { plural } from './times'

const again = (values: Values): string => {
  const seconds = figure(values, 'seconds')
  if (seconds === null) return 'in a moment'
  return seconds < 90
    ? `in ${plural(Math.ceil(seconds), 'second')}`
    : `in ${plural(Math.ceil(seconds / 60), 'minute')}`
}

const tooLong = (values: Values): string => {
  const [length, limit] = [figure(values, 'count'), figure(values, 'limit')]
  if (limit === null) return 'Too long'
  return length === null ? `Too long: at most ${limit}` : `Too long: ${length} of ${limit}`
}

/** What went wrong and what to do about it, in one breath. */
export const reasons: ReasonWords = {
  writeFirst: () => 'Write a message first, then send it.',
  textTooLong: (values) =>
    `${tooLong(values)} characters. Shorten it or send it in two parts; nothing was sent yet.`,
  textNotValid: () => 'This is not valid text. Remove the unusual characters and send it again.',
  nameTooLong: (values) => `${tooLong(values)} characters. Please use a shorter name.`,
  nameMissing: () => 'Please write a name.',
  emailNotValid: () => 'This e-mail address does not look right. Please check it.',
  emailTaken: () => 'This e-mail address has an account already. Use another one.',
  accountUnknown: (values) =>
    `There is no ${values.role ?? 'account'} with the address ${values.email ?? 'given'}.`,
  accountOther: ({ email = 'this address', role }) =>
    role === 'agent'
      ? `The account of ${email} is an admin's and cannot be changed as an agent's.`
      : `The account of ${email} is an agent's and cannot be changed as an admin's.`,
  accountDisabled: (values) => `The account of ${values.email ?? 'this address'} is disabled.`,
  fieldNotValid: (values) => `“${values.field ?? 'One field'}” is not valid. Please check it.`,
  fieldUnknown: (values) => `This form has no field “${values.field ?? ''}”. Reload the page.`,
  departmentUnknown: ({ name }) =>
    name === undefined
      ? 'This department no longer exists. Please choose another one.'
      : `There is no department “${name}”. Write its name as the list of departments shows it.`,
  departmentTaken: (values) =>
    `There is a department “${values.name ?? ''}” already. Write its name in this way, or use another.`,
  passwordTooShort: (values) => `Use at least ${values.limit ?? 15} characters for the password.`,
  passwordTooLong: (values) => `Use at most ${values.limit ?? 1024} characters for the password.`,
  signInWrong: () => 'E-mail and password do not match. Please try again.',
  signInFirst: () => 'You are signed out. Please sign in to go on.',
  notYours: () => 'This conversation is not yours. Take it, or ask the colleague who holds it.',
  notAllowed: () => 'Your account may not do this. Ask an admin if you need it.',
  crossSite: () => 'Cross-site request blocked. Open the page on this site and try again.',
  missing: () => 'There is nothing here. Check the address or go back to the start.',
  chatEnded: () => 'This chat has ended. Continue it or start a new one; your text is kept.',
  chatOpen: () => 'This chat is still open. End it first.',
  otherText: () => 'This message was already sent with other text. Send your new text as another.',
  notInThisState: () =>
    'That is no longer possible: the conversation has moved on. Reload to see it.',
  alreadyTaken: (values) =>
    `${values.name ? values.name : 'A colleague'} was quicker and has this conversation.`,
  atCapacity: () => 'You are at your limit. End or transfer a conversation first.',
  goOnDuty: () => 'You are off duty. Set yourself to Ready first, then take it.',
  agentAbsent: (values) => `${values.name ?? 'This colleague'} is not here now. Choose another.`,
  agentAtCapacity: (values) =>
    `${values.name ?? 'This colleague'} has no room now. Choose another.`,
  agentUnknown: () => 'There is no such colleague. Choose another.',
  agentIsSelf: () => 'It is yours already. Choose a colleague or a department.',
  agentCannotReply: (values) => `${values.name ?? 'This colleague'} may not reply. Choose another.`,
  ratingTwice: () => 'You have rated this chat already. Thank you!',
  tooManyTags: (values) => `At most ${values.limit ?? 20} tags. Remove one first.`,
  tooFast: (values) => `That was very fast. Try again ${again(values)}; your text is kept.`,
  tooManySignIns: (values) => `Too many attempts to sign in. Try again ${again(values)}.`,
  busy: (values) => `Very busy just now. Try again ${again(values)}; your text is kept.`,
  installDone: () => 'This desk is set up already. Please sign in.',
  tokenWrong: () => 'This link is not valid. Use the newest one that the server printed.',
  durationNotValid: ({ min = '1s', max = '7d' }) =>
    `Write a time from ${min} to ${max}, like 90s, 10m, 2h or 3d.`,
  numberNotValid: ({ min = 0, max }) =>
    `Write a whole number ${max === undefined ? 'that fits' : `from ${min} to ${max}`}.`,
  changedMeanwhile: () =>
    'Somebody else changed this meanwhile, and nothing of yours was saved. Look at what differs, then save again.',
  stillNeeded: () => 'It is still needed and stays. Its page says what for.',
  parked: () => 'Something in it is broken, and it cannot go on for now. What was written is kept.',
}
