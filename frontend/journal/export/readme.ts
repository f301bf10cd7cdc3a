// The two explanations that lie in the ZIP. They are files, read long after and elsewhere, so they
// are the same in both languages and for everybody; pages get their words from templates.
import type { Missing } from "../../vault/protocol.ts";

export const README = `Hartlijn: je lijn

Alles wat je schreef, ligt hier open. Bewaar dit bestand zoals je een dagboek bewaart.

  entries/            wat jij schreef, om te lezen: een bestand per keer, met je tekening en je stem
  received/           wat anderen je te lezen gaven (.md), en hetzelfde verzegeld (.age)
  answers/            antwoorden: van jou en aan jou
  apart/              wat niet op je lijn staat: nazorg, voorbereidingen, en wat je van beloftes nog niet verstuurde
  line.json           hetzelfde voor programma's; line.schema.json zegt hoe het in elkaar zit.
                      Hiermee haal je je lijn binnen in een andere Hartlijn.
  originals/          wat op de server stond, verzegeld zoals jij het verzegelde
  wraps/              je gesloten sleutelbos, een keer voor elke manier om te openen
  key-log.txt         de openbare sleutels van iedereen, onder nummers die niets zeggen
  MISSING.txt         alleen als er iets niet openging: wat dat is

De originelen openen zonder Hartlijn, met het gewone programma age (https://age-encryption.org):
  1. age --decrypt --output keyring.json wraps/words-....age
     Typ je zes woorden, klein en met een spatie ertussen.
  2. grep -o 'AGE-SECRET-KEY-1[^"]*' keyring.json > keys.txt
     Je sleutels, elk op een eigen regel. Zonder grep: kopieer uit keyring.json elk stuk dat
     begint met AGE-SECRET-KEY-1, tot het aanhalingsteken.
  3. age --decrypt --identity keys.txt --output letter.bin originals/....age
     Vooraan staan zes tekens die je overslaat, achteraan nullen. Daartussen staat je tekst.
Of allemaal in een keer, met de broncode van Hartlijn:
     python -m sealing open dit-bestand.zip --out een-map
Liggen er geen bestanden in wraps/, dan was je lijn nog alleen op dat ene apparaat te openen.
Gooi keyring.json en keys.txt daarna weg: wie die heeft, leest alles.


Hartlijn: your line

Everything you wrote lies open here. Keep this file as you would keep a diary.

  entries/            what you wrote, to read: one file each time, with your drawing and your voice
  received/           what others gave you to read (.md), and the same sealed (.age)
  answers/            answers: by you and to you
  apart/              what is not on your line: aftercare, preparations, and what you did not send of promises
  line.json           the same for programs; line.schema.json says how it is made.
                      With this you bring your line into another Hartlijn.
  originals/          what was on the server, sealed as you sealed it
  wraps/              your closed keyring, once for each way to open
  key-log.txt         the public keys of everybody, under numbers that say nothing
  MISSING.txt         only when something did not open: what that is

To open the originals without Hartlijn, with the ordinary program age (https://age-encryption.org):
  1. age --decrypt --output keyring.json wraps/words-....age
     Type your six words, in lower case with one space between them.
  2. grep -o 'AGE-SECRET-KEY-1[^"]*' keyring.json > keys.txt
     Your keys, each on a line of its own. Without grep: copy from keyring.json each piece that
     begins with AGE-SECRET-KEY-1, up to the quotation mark.
  3. age --decrypt --identity keys.txt --output letter.bin originals/....age
     Skip six characters at the beginning, and zeros at the end. Between them is your text.
Or all at once, with the source of Hartlijn:
     python -m sealing open this-file.zip --out a-folder
When there are no files in wraps/, your line could still be opened on that one device only.
Throw keyring.json and keys.txt away afterwards: who has those, reads everything.
`;

/** What could not be opened, and that its original lies there all the same. */
export function missingText(missing: Missing[]): string {
  const lines = missing.map(({ id, where, why }) => `  ${where} ${id} (${why})`);
  return [
    "Dit ging niet open en staat hier dus niet leesbaar bij. Wat de server ervan gaf,",
    "ligt verzegeld in originals/ (own) of received/ (received).",
    "",
    "This did not open, so it is not here to read. What the server gave of it",
    "lies sealed in originals/ (own) or received/ (received).",
    "",
    ...lines,
    "",
  ].join("\n");
}
