/** Words that say that a secret is told. */

/** Words for a secret that is typed, in English and as they are misspelled. */
export const CUE =
  '(?:pin{1,2}s?|pin ?codes?|p\\.i\\.n\\.?|pass ?codes?|pas{1,2} ?w(?:or|o|r)?ds?|pwd|pswd|psw|pw|p/w|pass ?phrase|passwort|kennwort|contrase[nñ]a|mot de passe|secret word|(?:wi-?fi|wlan|network) (?:keys?|codes?)|(?:login|log in|access|entry|door|gate|panel|keypad|alarm|security|unlock|service|dealer|override|release) codes?)';

/** Words of other languages for a password or a PIN, one for all that it is written with. */
export const FOREIGN_CUE =
  '(?:(?<![\\p{L}\\p{N}_])(?:passwort|kennwort|geheimzahl|contrase[nñ]a|clave|mot de passe|mdp|has[lł]o|senha|wachtwoord|toegangscode|l[oö]senord|salasana|tunnusluku|adgangskode|passord|heslo|geslo|jelsz[oó]|lozinka|šifra|parol[aă]?|şifre\\p{L}{0,3}|sifre\\p{L}{0,3}|mật khẩu|slaptažodis|nywila|пароль|п[иі]н|κωδικ[oό]ς)(?![\\p{L}\\p{N}_])|暗証番号|パスワード|密码|密碼|비밀번호|كلمة السر|كلمة المرور|סיסמה|รหัสผ่าน)';

/** What other languages say for `code`, which may be the code of an error as well. */
export const FOREIGN_CODE = '(?:kod(?:as|en|e)?|koodi|codice|c[oó]digo|код|кода|msimbo)';

/** Whose a secret is. */
export const WHOSE =
  "(?:manager|manger|mgr|supervisor|boss|admin|administrator|operator|cashier|clerk|staff|override|master|login|user|owner|engineer|technician|dealer|till|safe|my|his|her|their|our)(?:'s|s)?";

/** Words that other languages put between a cue and its value: `la clave es 6120`, `kod är 7713`, `pin ni 8814`. */
export const COPULAS: ReadonlySet<string> = new Set(
  "is was are were ist lautet war es era est c'est è é är er on to ni jest je este 's it's its".split(' '),
);
