"""Given names of many languages, by gender: evidence that a name is a person's.

Places and organisations are in ``gazetteer``. Source: general knowledge; names that both genders
bear stand in both lists.
"""

from __future__ import annotations

from typing import Final

from nutgraf.language.names.word_sets import words

MALE_NAMES: Final = words(
    """
    Aaron Abdel Abdul Abdullah Abe Abel Abraham Abu Adam Adel Adolf Adrian Ahmad Ahmed Alain
    Alan Alastair Albert Alberto Alec Alejandro Aleksandr Aleksei Alessandro Alex Alexander
    Alexandre Alexei Alexey Alexis Alfonso Alfred Alfredo Ali Alistair Allan Allen Alvin Amir
    Amos Anatoly Anders Andre Andrea Andreas Andrei Andrej Andres Andrew Andrey Andrzej André
    Andrés Andy Angelo Angus Anthony Antoine Anton Antonio Antony António Ariel Armando Arnold
    Arthur Artur Arturo Arvind Ashraf Ashton Asif Augustus Axel Aziz Ban Barack Barry Bart
    Bashar Basil Ben Benedict Benito Benjamin Benny Bernard Bernie Bert Bertrand Bill Billy
    Björn Blake Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan
    Byron Caleb Calvin Cameron Carl Carlo Carlos Casey Cecil Cedric Cesar Chad Charles Charlie
    Chester Chris Christian Christoph Christophe Christopher Chuck Clarence Clark Claude Claudio
    Clay Clement Cliff Clifford Clint Clinton Clive Colin Connor Conor Conrad Corey Cory Craig
    Curtis Cyril Cyrus César Dale Damian Damien Damon Dan Daniel Danny Dante Darius Darrell
    Darren Darryl Dave David Dean Denis Dennis Derek Dermot Desmond Dick Diego Dieter Dietrich
    Dirk Dmitri Dmitry Dominic Dominique Don Donald Doug Douglas Drew Duncan Dustin Dwayne
    Dwight Dylan Earl Ebenezer Ed Eddie Eddy Edgar Edmond Edmund Eduard Eduardo Edward Edwin
    Egon Elias Elijah Elliot Elliott Elmer Elon Elton Emanuel Emil Emile Emilio Emmanuel
    Emmerson Enrico Enrique Eric Erich Erik Ernest Ernesto Ernst Erwin Esteban Ethan Eugene Evan
    Evgeny Ezra Fabio Farid Federico Felipe Felix Ferdinand Fernando Fidel Filip Finn Floyd
    Francesco Francis Francisco Franco Frank Franklin Franz François Fred Freddie Freddy
    Frederic Frederick Friedrich Fritz Fumio Gabriel Gareth Garry Gary Gavin Gene Geoff Geoffrey
    Georg George Georges Gerald Gerard Gerhard Gianni Gilbert Gino Giorgio Giovanni Giuseppe
    Glen Glenn Gordon Graeme Graham Grant Greg Gregg Gregory Guido Guillaume Guillermo Gunther
    Gus Gustav Gustavo Guy Hamid Hamza Hank Hans Harald Harold Harry Harvey Hasan Hassan Hayden
    Hector Heinrich Heinz Helmut Henri Henrik Henry Herbert Herman Hermann Hiroshi Ho Homer
    Horace Howard Hubert Hugh Hugo Humphrey Hussein Ian Ibrahim Igor Ilya Imran Ira Irving Isaac
    Isaiah Ismail Ivan Jack Jackie Jacob Jacques Jaime Jair Jake Jakob Jamal James Jamie Jan
    Jared Jason Javier Jay Jean Jeff Jefferson Jeffrey Jens Jeremiah Jeremy Jerome Jerry Jesse
    Jesus Jim Jimmy Jinping Joachim Joao Joe Joel Joerg Johan Johann Johannes John Johnnie
    Johnny Jon Jonas Jonathan Jong Jordan Jorge Jose Josef Joseph Josh Joshua Josip José João
    Juan Jude Jules Julian Julien Julio Julius Justin Jörg Jürgen Kai Karel Karim Karl Kaspar
    Keir Keith Kelvin Ken Kenneth Kenny Kent Kevin Khaled Khalid Kieran Kim Kirk Klaus Kofi
    Konrad Konstantin Kurt Kyle Lance Larry Lars Laurence Laurent Lawrence Lee Len Lenny Leo
    Leon Leonard Leonardo Leonid Leopold Leroy Les Leslie Lester Lewis Liam Lionel Lloyd Logan
    Lorenzo Lou Louis Lucas Luciano Ludwig Luigi Luis Luiz Luka Lukas Luke Lula Luther Lyndon
    Magnus Mahmoud Malcolm Manfred Manny Manuel Mao Marc Marcel Marcelo Marcio Marco Marcos
    Marcus Mario Marius Mark Marko Markus Marlon Marshall Martin Marty Marvin Masoud Mathew
    Mathias Matt Matteo Matthew Matthias Matthieu Maurice Mauricio Max Maxim Maximilian Maxwell
    Mehdi Mehmet Melvin Michael Michail Michel Michele Miguel Mikael Mike Mikhael Mikhail Milan
    Miles Milo Milos Milton Mitch Mitchell Mohamed Mohammad Mohammed Mohsen Moon Morgan Morris
    Moses Moshe Muhammad Murray Mustafa Naftali Naguib Narendra Nasser Nate Nathan Nathaniel Ned
    Neil Nelson Neville Nguyen Nicholas Nick Nicolae Nicolas Nigel Nikita Nikola Nikolai Nikos
    Nils Noah Noel Norman Oleg Oleksandr Oliver Olivier Omar Osama Oscar Oskar Otto Owen Pablo
    Paolo Pascal Pat Patrice Patrick Paul Paulo Pavel Pedro Per Percy Perry Pete Peter Petr
    Petro Phil Philip Philippe Phillip Pierre Pieter Piotr Prakash Quentin Rafael Rahul Raj
    Rajesh Ralph Ramon Ramzan Ramón Randall Randolph Randy Raphael Rashid Raul Ravi Ray Raymond
    Raúl Recep Reginald Rene René Rex Ricardo Richard Rick Ricky Rishi Rob Robbie Robert Roberto
    Robin Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Ronnie Rory Ross Roy Ruben Rudolf
    Rudolph Rudy Rupert Russ Russell Ryan Sachin Said Salman Salvador Salvatore Sam Sami Samir
    Samuel Sandro Sanjay Santiago Sasha Saul Scott Seamus Sean Sebastian Serge Sergei Sergey
    Sergio Seth Shane Shaun Shawn Shimon Shinzo Sidney Sigmund Silvio Simon Slobodan Sol Spencer
    Stan Stanislav Stanisław Stanley Stefan Stefano Stephan Stephane Stephen Sterling Steve
    Steven Stewart Stuart Sven Sylvester Taro Tayyip Ted Terence Terrence Terry Thabo Theo
    Theodor Theodore Thierry Thomas Tim Timothy Tobias Toby Todd Tom Tomas Tommy Tomo Tomás Tony
    Travis Trevor Tristan Troy Tyler Udo Ulrich Ulysses Umberto Valentin Valery Vasily Vernon
    Victor Vijay Viktor Vince Vincent Vincenzo Virgil Vitaly Vittorio Vlad Vladimir Volodya
    Volodymyr Wade Wallace Walt Walter Warren Wayne Wendell Wilhelm Will Willem William Willie
    Willy Wilson Winston Wladimir Wolf Wolfgang Woodrow Xavier Xi Yann Yasser Yehuda Yevgeny
    Yitzhak Yuri Yusuf Yves Zachary Zack Zbigniew Zoran Émile
    """
)

FEMALE_NAMES: Final = words(
    """
    Abby Abigail Ada Adele Adriana Agatha Agnes Agnieszka Aisha Alana Alba Alejandra Alessandra
    Alexandra Alexis Alice Alicia Alina Alison Allison Alma Althea Amanda Amber Amelia Amelie
    Amina Amy Ana Anastasia Andrea Angela Angelica Angelina Angie Anita Ann Anna Annabel Anne
    Annette Annie Antonia April Ariana Ariel Arlene Arundhati Ashley Astrid Audrey Aung Aurora
    Ava Ayesha Barbara Beatrice Beatrix Becky Belinda Bella Benazir Bernadette Bertha Beth
    Bethany Betsy Betty Beverly Bianca Bonnie Brenda Bridget Brigitte Britney Brittany Brooke
    Camilla Camille Candace Cara Carla Carly Carmen Carol Carole Carolina Caroline Carolyn
    Carrie Cassandra Cate Catherine Cathy Cecilia Celeste Celia Celine Chantal Charlotte Chelsea
    Cherie Cheryl Chimamanda Chloe Christa Christiane Christina Christine Christy Cindy Claire
    Clara Clare Claudia Clementine Colleen Connie Constance Cordelia Corinne Courtney Cristina
    Crystal Cynthia Dana Daniela Danielle Daphne Darlene Dawn Deanna Debbie Deborah Debra
    Deirdre Delia Denise Diana Diane Dianne Dina Dolores Dominique Donna Dora Doreen Doris
    Dorothea Dorothy Edith Edna Eileen Elaine Eleanor Elena Elisa Elisabeth Elise Eliza
    Elizabeth Ella Ellen Elsa Elsie Emily Emma Erica Erika Erin Esme Esmeralda Estelle Esther
    Ethel Eugenia Eunice Eva Eve Evelyn Faith Fatima Fatma Fay Felicia Felicity Fiona Flora
    Florence Frances Francesca Francine Freda Frida Gabriela Gabriella Gabrielle Gail Gemma
    Genevieve Georgia Georgina Geraldine Germaine Gertrude Gillian Gina Giorgia Gisela Gitanjali
    Giulia Gladys Glenda Gloria Golda Grace Greta Gretchen Guadalupe Gwen Gwendolyn Hannah
    Harriet Hazel Heather Heidi Helen Helena Helene Helga Henrietta Hilary Hilda Hillary Hope
    Ida Ilse Indira Ines Ingrid Irena Irene Irina Iris Irma Isabel Isabella Isabelle Ivana Ivy
    Jacinda Jackie Jacqueline Jan Jana Jane Janet Janice Janine Jasmine Jean Jeanette Jeanne
    Jenna Jennifer Jenny Jessica Jessie Jill Jillian Jo Joan Joanna Joanne Jocelyn Jodie
    Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julie Juliet Juliette June Justine
    Kaja Kamala Karen Karin Karina Kate Katerina Katherine Kathleen Kathryn Kathy Katie Katrina
    Kay Kayla Kelly Kelsey Kerry Kersti Kim Kimberly Kirsten Kristen Kristin Kristina Kristine
    Lana Lara Larissa Latifa Laura Lauren Laurie Lea Leah Leila Lena Leslie Leticia Libby Lidia
    Lillian Lily Lina Linda Lindsay Lindsey Lisa Liz Liza Lois Lola Loretta Lori Lorna Lorraine
    Louisa Louise Lucia Lucille Lucy Luisa Lydia Lynda Lynette Lynn Lynne Mabel Madeleine
    Madeline Madonna Mae Magdalena Maggie Malala Mandy Marcia Margaret Margarita Margot
    Marguerite Maria Marian Mariana Marianne Marie Marilyn Marina Marine Marion Marjorie Marlene
    Marsha Marta Martha Martina Mary Maryam María Matilda Maud Maureen Maya Meg Megan Meghan
    Melania Melanie Melinda Melissa Mercedes Meredith Mette Mia Michaela Michelle Mildred Millie
    Minnie Mira Miranda Miriam Moira Molly Mona Monica Monika Monique Muriel Myra Myrtle Nadia
    Nadine Nancy Naomi Natalia Natalie Natasha Nellie Nettie Nicola Nicole Nikki Nina Noelle
    Nora Noreen Norma Olga Olive Olivia Olympia Ophelia Oprah Paige Pam Pamela Patricia Patsy
    Patti Patty Paula Pauline Pearl Peggy Penelope Penny Petra Philippa Phoebe Phyllis Pippa
    Polly Priscilla Priti Priya Rachel Ramona Rania Rebecca Regina Renata Renee Rhoda Rhonda
    Rita Roberta Robin Robyn Rosa Rosalie Rosalind Rose Rosemary Rosie Roxanne Ruby Ruth Sabrina
    Sadie Sally Samantha Sandra Sanna Sara Sarah Sasha Selena Selma Serena Shannon Sharon Sheila
    Shelley Shirin Shirley Sibyl Sienna Sigrid Silvia Simone Sinead Siobhan Sofia Sonia Sonya
    Sophia Sophie Stacey Stacy Stella Stephanie Sue Summer Susan Susanna Susanne Suzanne Suzy
    Svetlana Sybil Sylvia Sylvie Tamara Tammy Tania Tanya Tara Tatiana Teresa Terri Tessa Thelma
    Theresa Therese Tina Toni Tracey Tracy Trudy Ulrike Ursula Valentina Valerie Vanessa Vera
    Verity Veronica Vicki Vicky Victoria Viola Violet Virginia Vivian Vivien Wanda Wendy Whitney
    Wilhelmina Willa Winifred Winnie Xenia Yasmin Yoko Yolanda Yuko Yulia Yvette Yvonne Zara Zoe
    Zsa
    """
)
GIVEN_NAMES: Final = MALE_NAMES | FEMALE_NAMES
