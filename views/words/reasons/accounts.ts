import { again, type Sentence, type Sentences, tooLong } from './blanks'

const en = {
  resetOver: () =>
    'This link sets no password any more: it works once and for 30 minutes. Ask for another one.',
  letterMoved: () => 'This mail is no longer as you saw it. Look at the list again.',
  emailTaken: () => 'This e-mail address has an account already. Use another one.',
  agreeFirst: () => 'Please agree first: without that we may not keep an account for you.',
  confirmFirst: () =>
    'Please open the link in the mail that we sent you, and sign in there. It opens for a day; if it is older, register once more.',
  mailLinkOver: () => 'This link opens nothing any more. Please ask for another one.',
  addressOther: () =>
    'Please type the e-mail address of this account, so that nothing is deleted by mistake.',
  accountUnknown: (values) =>
    `There is no ${values.role ?? 'account'} with the address ${values.email ?? 'given'}.`,
  accountOther: ({ email = 'this address', role }) =>
    role === 'agent'
      ? `The account of ${email} is an admin's and cannot be changed as an agent's.`
      : `The account of ${email} is an agent's and cannot be changed as an admin's.`,
  accountDisabled: (values) => `The account of ${values.email ?? 'this address'} is disabled.`,
  lastAdmin: (values) =>
    `${values.email ?? 'This account'} is the last one that can run the desk. Make another admin first.`,
  passwordTooShort: (values) => `Use at least ${values.limit ?? 15} characters for the password.`,
  passwordTooLong: (values) =>
    `${tooLong.en(values)} characters. Use a shorter password; nothing was cut or saved.`,
  passwordNotValid: () =>
    'A line break or another control character is in this password, and no page could send it. Use another one.',
  signInWrong: () => 'E-mail and password do not match. Please try again.',
  signInFirst: () => 'You are signed out. Please sign in to go on.',
  notAllowed: () => 'Your account may not do this. Ask an admin if you need it.',
  tooManySignIns: (values) => `Too many attempts to sign in. Try again ${again.en(values)}.`,
  installDone: () => 'This desk is set up already. Please sign in.',
  avatarNotValid: () => 'This is not a picture that can be used. Choose a PNG, JPEG or WebP image.',
  avatarTooLarge: ({ limit = 100 }) =>
    `This picture is too large: at most ${limit} KB. Choose a smaller one.`,
  passwordWrong: () => 'This is not your current password. Please try again.',
  pushNotValid: () =>
    'This browser gave no address that can be told. Try again, or use another browser.',
  tokenWrong: () => 'This link is not valid. Use the newest one that the program printed.',
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  resetOver: () => '此链接已失效：链接 30 分钟内有效，只能使用一次。请重新申请。',
  letterMoved: () => '这封邮件的状态已变化，请重新查看列表。',
  emailTaken: () => '这个邮箱已有账号，请换一个。',
  agreeFirst: () => '请先勾选同意，否则我们无法为您保存账号。',
  confirmFirst: () =>
    '请先打开我们发送给您的邮件中的链接，并在打开的页面登录。链接一天内有效；如已过期，请重新注册。',
  mailLinkOver: () => '此链接已失效，请重新申请。',
  addressOther: () => '请输入此账号的邮箱，以免误删。',
  accountUnknown: (values) =>
    `没有使用邮箱 ${values.email ?? ''} 的${values.role === 'admin' ? '管理员' : '客服'}账号。`,
  accountOther: ({ email = '该邮箱', role }) =>
    role === 'agent'
      ? `${email} 是管理员账号，不能按客服账号更改。`
      : `${email} 是客服账号，不能按管理员账号更改。`,
  accountDisabled: (values) => `${values.email ?? '该邮箱'} 的账号已停用。`,
  lastAdmin: (values) =>
    `${values.email ?? '该账号'} 是最后一个能管理客服系统的账号，请先添加另一位管理员。`,
  passwordTooShort: (values) => `密码至少需要 ${values.limit ?? 15} 个字符。`,
  passwordTooLong: (values) => `${tooLong.zh(values)}。请使用短一些的密码，密码尚未保存。`,
  passwordNotValid: () => '密码中含有换行符或其他控制字符，无法在登录页面输入。请换一个密码。',
  signInWrong: () => '邮箱和密码不匹配，请再试一次。',
  signInFirst: () => '您已退出登录，请重新登录后继续。',
  notAllowed: () => '您的账号没有这个权限，如有需要请联系管理员。',
  tooManySignIns: (values) => `登录尝试次数过多，${again.zh(values)}。`,
  installDone: () => '客服系统已经设置好了，请登录。',
  avatarNotValid: () => '这不是可用的图片，请选择 PNG、JPEG 或 WebP 图片。',
  avatarTooLarge: ({ limit = 100 }) => `图片太大，不能超过 ${limit} KB，请换一张小一些的。`,
  passwordWrong: () => '当前密码不正确，请重试。',
  pushNotValid: () => '浏览器没有提供可用的推送地址，请重试或更换浏览器。',
  tokenWrong: () => '链接无效，请使用程序最近一次启动时输出的链接。',
}

/** Of accounts: who somebody is, and what they may. */
export const accounts = { en, zh }
