/** The process that decodes pictures: a list of their paths in JSON on standard input, and which are broken on output. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const broken: boolean[] = [];
// Every byte is decoded, although fewer pixels are asked for.
for (const path of JSON.parse(readFileSync(0, 'utf8')) as string[])
  await sharp(readFileSync(path))
    .resize(16, 16, { fit: 'fill' })
    .raw()
    .toBuffer()
    .then(
      () => broken.push(false),
      () => broken.push(true),
    );
process.stdout.write(JSON.stringify(broken));
