"""From notes somebody else wrote to pieces an officer can review. Pure: bytes in, values out.

plain, word, opendocument, portable, sheets     a file's bytes -> lines, as the file says them
blocks                                          lines -> paragraphs, list items, headings
minutes                                         blocks -> pieces, each with its reading
kinds, wording, speakers, sentences, mending    what the words say
hostile                                         what is refused before anything is read
"""
