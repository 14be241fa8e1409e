fw () 
{ 
    xdotool windowfocus $(xdotool search --onlyvisible --name . 2> /dev/null | tail -1);
    sleep .2
}
