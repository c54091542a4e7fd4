import { sentenceWriter } from "../sentences.ts";
import { dativePeriod, figures, notation } from "./figures.ts";
import { sentences } from "./sentences.ts";
import { values } from "./values.ts";

const sentence = sentenceWriter(sentences, { ...figures, period: dativePeriod }, { notation });

const codes = { ...values.class_reason, ...values.potential_reason };

/** What a score or the reading of a file says, in this language; a reason may be a code. */
export const say = (text: string): string => codes[text] ?? sentence(text);
